package io.siyu.staff;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.json.TextsConverter;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A WeChat or WeCom identity that buyers add (承接号), with one owner on staff. */
@Entity
public class Account extends ShopOwned {
    public static final int DEFAULT_DAILY_ADD_LIMIT = 30;
    public static final int DEFAULT_CAPACITY = 5000;

    private String name;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private long ownerStaffId;

    /** Kept here so that whoever plans work need not ask who the owner is. */
    private boolean ownerWorking;

    private String persona;

    @Convert(converter = TextsConverter.class)
    private List<String> tabooWords;

    private int dailyAddLimit;
    private int capacity;
    private boolean active;
    private Instant createdAt;

    /** For Hibernate. */
    protected Account() {}

    public Account(long shopId, String name, AccountKind kind, long ownerStaffId, Instant createdAt) {
        super(shopId);
        this.name = name;
        this.kind = kind;
        this.ownerStaffId = ownerStaffId;
        this.ownerWorking = true;
        this.tabooWords = List.of();
        this.dailyAddLimit = DEFAULT_DAILY_ADD_LIMIT;
        this.capacity = DEFAULT_CAPACITY;
        this.active = true;
        this.createdAt = createdAt;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** @param staffId of somebody who works */
    public void handTo(long staffId) {
        ownerStaffId = staffId;
        ownerWorking = true;
    }

    public void appearAs(String newPersona) {
        persona = newPersona;
    }

    /** @param words that its persona never says */
    public void neverSay(List<String> words) {
        tabooWords = List.copyOf(words);
    }

    /**
     * @param addsADay how many buyers the account may invite in one day of the shop
     * @param followers how many followers it can hold
     */
    public void limit(int addsADay, int followers) {
        dailyAddLimit = addsADay;
        capacity = followers;
    }

    public void retire() {
        active = false;
    }

    public void reactivate() {
        active = true;
    }

    public String name() {
        return name;
    }

    public AccountKind kind() {
        return kind;
    }

    public long ownerStaffId() {
        return ownerStaffId;
    }

    /** Whose the account's work is; empty if its owner is given none, so that it is the shop's pool's. */
    public Optional<Long> workerStaffId() {
        return ownerWorking ? Optional.of(ownerStaffId) : Optional.empty();
    }

    public String persona() {
        return persona;
    }

    public List<String> tabooWords() {
        return tabooWords;
    }

    public int dailyAddLimit() {
        return dailyAddLimit;
    }

    public int capacity() {
        return capacity;
    }

    public boolean active() {
        return active;
    }
}

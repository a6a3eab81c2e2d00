package io.siyu.staff;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.json.TextsConverter;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A WeChat or WeCom identity that buyers add (承接号), with one owner on staff. */
@Entity
public class Account extends ShopOwned {
    public static final int DEFAULT_DAILY_ADD_LIMIT = 30;
    public static final int DEFAULT_CAPACITY = 5000;

    private static final Duration HANDOVER_UNDOABLE = Duration.ofDays(1);

    private String name;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private long ownerStaffId;

    /** Who has the work while the owner does not work here; null for nobody. */
    private Long backupStaffId;

    /** Whose it was before the owner that it has now; null where that cannot be undone. */
    private Long handedFromStaffId;

    private Instant handedAt;
    private String persona;

    @Convert(converter = TextsConverter.class)
    private List<String> tabooWords;

    private int dailyAddLimit;
    private int capacity;
    private boolean active;
    private Instant createdAt;
    private Instant retiredAt;
    private Long successorAccountId;
    private String retirementReason;

    /** For Hibernate. */
    protected Account() {}

    public Account(long shopId, String name, AccountKind kind, long ownerStaffId, Instant createdAt) {
        super(shopId);
        this.name = name;
        this.kind = kind;
        this.ownerStaffId = ownerStaffId;
        this.tabooWords = List.of();
        this.dailyAddLimit = DEFAULT_DAILY_ADD_LIMIT;
        this.capacity = DEFAULT_CAPACITY;
        this.active = true;
        this.createdAt = createdAt;
    }

    public void rename(String newName) {
        name = newName;
    }

    /**
     * To be another one's, for a day undoably so.
     *
     * @param staffId of somebody who works
     */
    public void handOver(long staffId, Instant now) {
        long before = ownerStaffId;
        handTo(staffId);
        handedFromStaffId = before;
        handedAt = now;
    }

    /** The owner before has it again. */
    public void undoHandover() {
        handTo(handedFromStaffId);
    }

    /** Null where there is nothing to undo. */
    public Long handedFromStaffId() {
        return handedFromStaffId;
    }

    /** Null where there is nothing to undo. */
    public Instant handoverUndoableUntil() {
        return handedAt == null ? null : handedAt.plus(HANDOVER_UNDOABLE);
    }

    /** @param staffId of somebody who works */
    public void handTo(long staffId) {
        ownerStaffId = staffId;
        handedFromStaffId = null;
        handedAt = null;
        if (Objects.equals(backupStaffId, staffId)) {
            backupStaffId = null;
        }
    }

    /** @param staffId null for nobody */
    public void backUpBy(Long staffId) {
        backupStaffId = staffId;
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

    /** @param successor whose the followers are from now on; null for nobody's */
    public void retire(Long successor, String why, Instant now) {
        active = false;
        successorAccountId = successor;
        retirementReason = why;
        retiredAt = now;
    }

    public void reactivate() {
        active = true;
        successorAccountId = null;
        retirementReason = null;
        retiredAt = null;
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

    public Optional<Long> backupStaffId() {
        return Optional.ofNullable(backupStaffId);
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

    /** Null while it is in use. */
    public Instant retiredAt() {
        return retiredAt;
    }

    /** Whose its followers are since it retired; null for nobody's. */
    public Long successorAccountId() {
        return successorAccountId;
    }

    public String retirementReason() {
        return retirementReason;
    }
}

package io.siyu.task.sequence;

import io.siyu.buyer.Tier;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.script.PinnedScript;
import io.siyu.follower.copy.FollowerValues;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.task.TaskContent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** With which words a follower is welcomed. */
@ApplicationScoped
class WelcomeWords {
    private static final TaskContent WITHOUT_WORDS = TaskContent.titled("欢迎新粉丝：先问好、问需要，不推销");

    private final FollowerSequenceRepository sequences;
    private final SequenceScripts scripts;
    private final SequenceTasks tasks;
    private final FollowerValues values;
    private final AccountRepository accounts;
    private final ShopRepository shops;
    private final Sql sql;

    WelcomeWords(
            FollowerSequenceRepository sequences,
            SequenceScripts scripts,
            SequenceTasks tasks,
            FollowerValues values,
            AccountRepository accounts,
            ShopRepository shops,
            Sql sql) {
        this.sequences = sequences;
        this.scripts = scripts;
        this.tasks = tasks;
        this.values = values;
        this.accounts = accounts;
        this.shops = shops;
        this.sql = sql;
    }

    /** Of the first sequence that the follower belongs to and that has words for it; as it stands, for this follower. */
    TaskContent of(long shopId, long followerId, long accountId, Instant at) {
        Shop shop = shops.findById(shopId);
        Account account = accounts.findIn(shopId, accountId).orElseThrow();
        Tier tier = tierOf(shopId, followerId);
        LocalDate day = LocalDate.ofInstant(at, shop.zone());
        return sequences.listActive(shop.id(), SequenceBasis.JOINED).stream()
                .filter(sequence -> sequence.terms().welcome() != null)
                .filter(sequence -> sequence.terms().isFor(accountId, tier))
                .findFirst()
                .flatMap(sequence -> script(shop, sequence))
                .filter(script -> !tasks.isRefused(shop, script, account, day))
                .flatMap(script -> forFollower(script, tasks.content(shop, account, script), shopId, followerId, day))
                .orElse(WITHOUT_WORDS);
    }

    private Tier tierOf(long shopId, long followerId) {
        return sql.first(
                        "SELECT tier FROM follower WHERE shop_id = ? AND id = ?",
                        row -> row.enumAt("tier", Tier.class),
                        shopId,
                        followerId)
                .orElseThrow();
    }

    private Optional<PinnedScript> script(Shop shop, FollowerSequence sequence) {
        SequenceTerms terms = sequence.terms();
        return Optional.ofNullable(
                scripts.of(shop.id(), terms).get(terms.welcome().pin()));
    }

    /** @return empty if it says something that is not known of the follower */
    private Optional<TaskContent> forFollower(
            PinnedScript script, TaskContent said, long shopId, long followerId, LocalDate day) {
        Map<CopyVariable, String> known =
                values.of(shopId, List.of(followerId), day).getOrDefault(followerId, Map.of());
        if (!known.keySet().containsAll(SequenceScripts.recipientVariables(script))) {
            return Optional.empty();
        }
        return Optional.of(new TaskContent(
                said.title(),
                null,
                said.scriptId(),
                said.scriptVersion(),
                new CopyText(said.copy()).render(known),
                null,
                said.staffNotes(),
                said.media()));
    }
}

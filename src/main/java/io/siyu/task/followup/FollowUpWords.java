package io.siyu.task.followup;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.PostValues;
import io.siyu.campaign.post.Speakers;
import io.siyu.content.CopyVariable;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptContent;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.task.Task;
import io.siyu.task.TaskContent;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a follow-up says, in the version that its post keeps; a recipient's variables stay in. */
@ApplicationScoped
class FollowUpWords {
    private final PinnedScripts scripts;
    private final Speakers speakers;
    private final AccountRepository accounts;
    private final ShopRepository shops;

    FollowUpWords(PinnedScripts scripts, Speakers speakers, AccountRepository accounts, ShopRepository shops) {
        this.scripts = scripts;
        this.speakers = speakers;
        this.accounts = accounts;
        this.shops = shops;
    }

    /**
     * Empty for an account that is used no more.
     *
     * @param campaign null for a daily post
     */
    Optional<TaskContent> of(Task done, CampaignPost post, Campaign campaign) {
        long shopId = done.shopId();
        PinnedScript script =
                scripts.of(shopId, Collections.singleton(post.followUp())).get(post.followUp());
        return script == null
                ? Optional.empty()
                : accounts.findIn(shopId, done.origin().accountId())
                        .filter(Account::active)
                        .map(account -> content(script, values(account, campaign)));
    }

    private Map<CopyVariable, String> values(Account account, Campaign campaign) {
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        values.putAll(PostValues.of(shops.findById(account.shopId()), campaign));
        values.putAll(speakers.of(account.shopId(), List.of(account))
                .get(account.id())
                .values());
        return values;
    }

    private static TaskContent content(PinnedScript script, Map<CopyVariable, String> values) {
        ScriptContent says = script.content();
        return new TaskContent(
                script.script().title(),
                null,
                script.script().id(),
                script.pin().version(),
                says.copyText().render(values),
                null,
                says.staffNotes(),
                says.media());
    }
}

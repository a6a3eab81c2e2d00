package io.siyu.campaign.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a playbook puts into campaigns.
 *
 * @param playbook its key
 * @param version of its content
 * @param before the posts of the version that filled the campaign before; empty if it was another playbook
 * @param newest of its scripts, the version that posts made now keep
 */
record Filling(
        String playbook, int version, List<PlaybookPost> posts, List<PlaybookPost> before, Map<Id, ScriptPin> newest) {
    /** By what is known again within the campaign: the posts on its days and for anyone of its tiers. */
    Map<String, PlaybookPost> fitting(Campaign campaign) {
        Map<String, PlaybookPost> fitting = new LinkedHashMap<>();
        posts.stream()
                .filter(post -> post.fits(campaign.audience(), campaign.days()))
                .forEach(post -> fitting.put(keyOf(post), post));
        return fitting;
    }

    Map<String, PlaybookPost> beforeByKey() {
        Map<String, PlaybookPost> byKey = new LinkedHashMap<>();
        before.forEach(post -> byKey.put(keyOf(post), post));
        return byKey;
    }

    private String keyOf(PlaybookPost post) {
        return playbook + "/" + post.key();
    }
}

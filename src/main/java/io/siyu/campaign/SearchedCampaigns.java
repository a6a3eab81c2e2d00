package io.siyu.campaign;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where campaigns and what is said about them may name somebody. */
class SearchedCampaigns {
    @Produces
    @Singleton
    SearchedTables campaigns() {
        return SearchedTables.of(
                SearchedTable.of("campaign", "name", "offer", "lessons", "carried_lessons")
                        .with("audience", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("campaign_post", "visible_to")
                        .with("mentions", Remedy.MARKED_IN_JSON)
                        .with("audience", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("playbook", "name")
                        .with("content", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("playbook_version").with("content", Remedy.MARKED_IN_JSON),
                SearchedTable.of("daily_plan", "name")
                        .with("rhythm", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("daily_occurrence", "detail").versioned(),
                SearchedTable.of("campaign_transition", "reason"),
                SearchedTable.of("campaign_change", "reason", "settled_reason")
                        .with("posts", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("campaign_review", "note"),
                SearchedTable.of("campaign_objection", "text", "resolution"),
                SearchedTable.of("campaign_preparation", "note", "reason"),
                SearchedTable.of("campaign_briefing").with("agenda", Remedy.MARKED_IN_JSON),
                SearchedTable.of("briefing_question", "text", "answer"),
                SearchedTable.of("campaign_revision").with("content", Remedy.MARKED_IN_JSON),
                SearchedTable.of("campaign_comment", "text"),
                SearchedTable.of("campaign_event", "text"));
    }
}

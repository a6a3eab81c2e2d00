package io.siyu.campaign.post.rule;

import io.siyu.campaign.Campaign;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.rule.BannedWordRule;
import io.siyu.content.rule.UnknownVariableRule;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The offer by itself, whether or not a post has a place for it: staff say it wherever they are asked. No banned word, and
 * no variable but those that it is filled with.
 */
@Singleton
public class OfferRule {
    private static final String FIELD = "offer";

    /** @param reading that knows the offer as it is filled in */
    List<RuleViolation> check(Campaign campaign, Reading reading) {
        return campaign == null ? List.of() : check(reading);
    }

    private static List<RuleViolation> check(Reading reading) {
        String offer = reading.values().get(CopyVariable.OFFER);
        if (offer == null) {
            return List.of();
        }
        // What is left in it of variables is asked for as the value that it is.
        CopyText asValue = new CopyText(CopyVariable.OFFER.written());
        Reading alone = new Reading(reading.words(), Map.of(CopyVariable.OFFER, offer), List.of(), false);
        return Stream.concat(
                        BannedWordRule.checkText(FIELD, asValue, alone).stream(),
                        UnknownVariableRule.checkText(FIELD, asValue, alone).stream())
                .toList();
    }
}

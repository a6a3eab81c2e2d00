package io.siyu.content.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.material.MediaType;

import jakarta.inject.Singleton;

import java.util.List;

/** A moment shows no more pictures than its day's limit. */
@Singleton
public class MomentPicturesRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        long pictures = script.media().stream()
                .filter(item -> item.type() == MediaType.PICTURE)
                .count();
        int most = script.limits().momentPictures();
        if (!script.maybe(PostKind.MOMENT) || pictures <= most) {
            return List.of();
        }
        return List.of(RuleViolation.error(
                PostRule.MOMENT_PICTURES,
                "media",
                "A moment has at most " + most + " pictures, not " + pictures + ": take out " + (pictures - most)
                        + ", or put several into one.",
                "一条朋友圈最多" + most + "张图，现有" + pictures + "张：请去掉" + (pictures - most) + "张，或拼成一张。"));
    }
}

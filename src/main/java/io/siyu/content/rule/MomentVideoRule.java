package io.siyu.content.rule;

import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.RuleViolation;
import io.siyu.content.material.MediaType;

import jakarta.inject.Singleton;

import java.util.List;

/** A moment has pictures or one video. */
@Singleton
public class MomentVideoRule implements ScriptRule {
    @Override
    public List<RuleViolation> check(ReadScript script) {
        long videos = script.media().stream()
                .filter(item -> item.type() == MediaType.VIDEO)
                .count();
        if (!script.maybe(PostKind.MOMENT) || videos == 0 || script.media().size() == 1) {
            return List.of();
        }
        return List.of(RuleViolation.error(
                PostRule.MOMENT_VIDEO,
                "media",
                "A moment has pictures or one video, not both or several: leave one video, or make two moments of it.",
                "一条朋友圈只能是图片或一段视频，不能混发或多段：请只留一段视频，或分成两条。"));
    }
}

package io.siyu.campaign.post.edit;

import io.siyu.campaign.AudienceCheck;
import io.siyu.campaign.post.PostTerms;
import io.siyu.content.PostKind;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

/** What a post may be told to be: of scripts that are there, for an audience that is there, and of one piece. */
@ApplicationScoped
public class PostChoices {
    private static final String FOLLOW_UP = "followUpScript";

    private final PinnedScripts scripts;
    private final AudienceCheck audiences;

    PostChoices(PinnedScripts scripts, AudienceCheck audiences) {
        this.scripts = scripts;
        this.audiences = audiences;
    }

    /** For one shop, as requests ask for it. */
    public final class Of {
        private final long shopId;

        private Of(long shopId) {
            this.shopId = shopId;
        }

        public ScriptPin script(Id id, Integer version) {
            return over("script", null, Optional.ofNullable(id), version);
        }

        public ScriptPin followUp(Id id) {
            return over(FOLLOW_UP, null, Optional.ofNullable(id), null);
        }

        ScriptPin script(ScriptPin before, Optional<Id> said, Integer version) {
            return over("script", before, said, version);
        }

        ScriptPin followUp(ScriptPin before, Optional<Id> said, Integer version) {
            return over(FOLLOW_UP, before, said, version);
        }

        /** The same script keeps its version unless another one is asked for. */
        private ScriptPin over(String field, ScriptPin before, Optional<Id> said, Integer version) {
            Long id = said == null
                    ? before == null ? null : Long.valueOf(before.scriptId())
                    : said.map(Id::value).orElse(null);
            if (id == null) {
                if (version != null) {
                    throw ErrorCode.VALIDATION_FAILED.problem(
                            field + "Version", "NoScript", "There is no script to take a version of.");
                }
                return null;
            }
            boolean isSame = before != null && before.scriptId() == id;
            return isSame && version == null ? before : scripts.choose(shopId, field, id, version);
        }
    }

    public Of of(long shopId) {
        return new Of(shopId);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 that names what does not go together */
    public void require(long shopId, PostTerms terms) {
        audiences.require(shopId, terms.audience());
        if (terms.kind() == PostKind.PRIVATE) {
            refuse(!terms.mentions().isEmpty(), "mentions", "A private message mentions nobody else.");
            refuse(terms.followUp() != null, FOLLOW_UP + "Id", "A private message has no follow-up of its own.");
        }
        refuse(
                terms.slot() != null && (terms.kind() != PostKind.PRIVATE || terms.dayNo() == null),
                "slot",
                "Only a campaign's private messages are variants of one.");
        refuse(
                (terms.slot() == null) != (terms.variant() == null),
                "variant",
                "A slot and which of its variants a post is belong together.");
        if (terms.followUp() != null) {
            PinnedScript followUp =
                    scripts.of(shopId, List.of(terms.followUp())).get(terms.followUp());
            PostKind written = followUp.script().kind();
            refuse(
                    written != null && written != PostKind.PRIVATE,
                    FOLLOW_UP + "Id",
                    "A follow-up is a private message; this script was written for " + written + ".");
        }
    }

    private static void refuse(boolean wrong, String field, String message) {
        if (wrong) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, "NotHere", message);
        }
    }
}

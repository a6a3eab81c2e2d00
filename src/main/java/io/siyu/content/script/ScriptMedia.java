package io.siyu.content.script;

import io.siyu.content.material.MaterialRepository;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import jakarta.enterprise.context.ApplicationScoped;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Judges what a script wants shown: materials that the shop has, and addresses that a phone may open without harm. */
@ApplicationScoped
public class ScriptMedia {
    private final MaterialRepository materials;

    ScriptMedia(MaterialRepository materials) {
        this.materials = materials;
    }

    /**
     * @param media null for none
     * @throws io.siyu.platform.problem.ProblemException 400 that names what is unknown or no address of the web
     */
    void check(long shopId, List<MediaItem> media) {
        if (media == null || media.isEmpty()) {
            return;
        }
        Set<Long> known = knownOf(shopId, media);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            MediaItem item = media.get(i);
            if (item.materialId() != null && !known.contains(item.materialId().value())) {
                violations.add(new Violation(
                        "media[" + i + "].materialId", "UnknownMaterial", "The shop has no such material."));
            }
            if (item.url() != null && !isOfTheWeb(item.url())) {
                violations.add(new Violation(
                        "media[" + i + "].url", "Url", "An address that begins with http:// or https://."));
            }
        }
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(violations.get(0).message(), violations);
        }
    }

    private Set<Long> knownOf(long shopId, List<MediaItem> media) {
        List<Long> wanted = media.stream()
                .map(MediaItem::materialId)
                .filter(Objects::nonNull)
                .map(Id::value)
                .distinct()
                .toList();
        Set<Long> known = new HashSet<>();
        materials.listIn(shopId, wanted).forEach(material -> known.add(material.id()));
        return known;
    }

    /** Nothing that runs, reads a file or names a user, and nothing that shows as another address than it is. */
    static boolean isOfTheWeb(String text) {
        if (text.codePoints().anyMatch(letter -> Character.isWhitespace(letter) || isUnseen(letter))) {
            return false;
        }
        try {
            URI address = new URI(text);
            boolean isWeb =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return isWeb && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isUnseen(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED;
    }
}

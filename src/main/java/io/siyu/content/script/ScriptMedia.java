package io.siyu.content.script;

import io.siyu.content.material.Material;
import io.siyu.content.material.MaterialRepository;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import jakarta.enterprise.context.ApplicationScoped;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges what a script wants shown: materials that the shop has, and addresses that a phone may open without harm. */
@ApplicationScoped
public class ScriptMedia {
    private final MaterialRepository materials;

    ScriptMedia(MaterialRepository materials) {
        this.materials = materials;
    }

    /**
     * @param media null for none
     * @throws io.siyu.platform.problem.ProblemException 400 that names what is unknown, what nobody agreed to, and what is
     *     no address of the web
     */
    void check(long shopId, List<MediaItem> media) {
        if (media == null || media.isEmpty()) {
            return;
        }
        Map<Long, Material> known = knownOf(shopId, media);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            MediaItem item = media.get(i);
            if (item.materialId() != null) {
                addMaterial(
                        "media[" + i + "].materialId",
                        known.get(item.materialId().value()),
                        violations);
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

    /** @param material null if the shop has none */
    private static void addMaterial(String field, Material material, List<Violation> violations) {
        if (material == null) {
            violations.add(new Violation(field, "UnknownMaterial", "The shop has no such material."));
        } else if (material.lacksConsent()) {
            violations.add(new Violation(
                    field,
                    "ConsentMissing",
                    "It was said to the shop, and nobody agreed that it is shown: ask, and note who agreed."));
        }
    }

    private Map<Long, Material> knownOf(long shopId, List<MediaItem> media) {
        List<Long> wanted = media.stream()
                .map(MediaItem::materialId)
                .filter(Objects::nonNull)
                .map(Id::value)
                .distinct()
                .toList();
        Map<Long, Material> known = new HashMap<>();
        materials.listIn(shopId, wanted).forEach(material -> known.put(material.id(), material));
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

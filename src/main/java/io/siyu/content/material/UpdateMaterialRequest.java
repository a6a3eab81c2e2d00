package io.siyu.content.material;

import io.siyu.platform.json.Patch;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What changes in a material; what is left out stays.
 *
 * @param tags all that it is to have
 * @param consentNote who agreed that what they said or are seen in is shown, and how; null where nobody does any more
 */
public record UpdateMaterialRequest(
        @Size(min = 1, max = 120) @Visible String title,
        @Size(max = 10) List<@NotBlank @Size(max = 32) @Visible String> tags,
        Optional<@Size(max = 500) String> consentNote) {
    void describe(Material material) {
        String consent = Patch.over(material.consentNote(), consentNote);
        material.describe(
                title == null ? material.title() : title.strip(),
                Objects.requireNonNullElse(tags, material.tags()),
                consent == null || consent.isBlank() ? null : consent.strip());
    }
}

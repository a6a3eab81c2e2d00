package io.siyu.retrospective;

import com.fasterxml.jackson.annotation.JsonFormat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import java.util.List;

/** What a campaign taught; one lesson may come without its list. */
public record SaveLessonsRequest(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @NotEmpty @Size(max = 50)
        List<@NotBlank @Size(max = 1000) String> lessons) {}

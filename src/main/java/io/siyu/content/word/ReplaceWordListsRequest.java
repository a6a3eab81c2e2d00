package io.siyu.content.word;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** Both lists as a whole, as GET answers them. */
public record ReplaceWordListsRequest(
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = 40) String> banned,
        @NotNull @Size(max = 500) List<@NotBlank @Size(max = 40) String> allowed) {}

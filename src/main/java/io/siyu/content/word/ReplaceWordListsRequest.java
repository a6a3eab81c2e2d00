package io.siyu.content.word;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** Both lists as a whole, as GET answers them. What is wrong with an entry says {@link EntryRules}. */
public record ReplaceWordListsRequest(
        @NotNull @Size(max = 500) List<String> banned,

        @NotNull @Size(max = 500) List<String> allowed) {}

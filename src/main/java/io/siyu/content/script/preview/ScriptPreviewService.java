package io.siyu.content.script.preview;

import io.quarkus.arc.All;
import io.siyu.content.CheckResponse;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptContent;
import io.siyu.content.script.ScriptService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How a script reads for one follower, before anybody is sent it. */
@ApplicationScoped
class ScriptPreviewService {
    private final ScriptService scripts;
    private final List<PreviewValues> sources;

    ScriptPreviewService(ScriptService scripts, @All List<PreviewValues> sources) {
        this.scripts = scripts;
        this.sources = List.copyOf(sources);
    }

    PreviewResponse preview(Shop shop, Script script, PreviewRequest request, Language language) {
        int version = request.scriptVersion() == null ? script.contentVersion() : request.scriptVersion();
        ScriptContent content = scripts.version(script, version).content();
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        values.put(CopyVariable.SHOP, shop.name());
        sources.forEach(source -> values.putAll(source.of(shop, request)));
        ScriptContent read = new ScriptContent(
                content.copyText().render(values),
                content.media(),
                content.firstComment() == null
                        ? null
                        : content.firstCommentText().render(values),
                content.staffNotes());
        return new PreviewResponse(
                Id.of(script.id()),
                version,
                Id.of(request.followerId().value()),
                read.copy(),
                read.firstComment(),
                unresolved(read),
                CheckResponse.from(scripts.check(shop, script, read), language).violations());
    }

    /** Whatever is still there has no value. */
    private static List<String> unresolved(ScriptContent read) {
        return read.texts().values().stream()
                .map(CopyText::variables)
                .flatMap(variables -> variables.stream())
                .map(CopyVariable::written)
                .distinct()
                .toList();
    }
}

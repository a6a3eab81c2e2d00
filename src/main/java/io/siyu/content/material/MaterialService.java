package io.siyu.content.material;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.platform.text.VisibleText;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A shop's materials. */
@ApplicationScoped
public class MaterialService {
    private static final Logger LOG = Logger.getLogger(MaterialService.class);
    private static final int LONGEST_TITLE = 120;
    private static final String UNNAMED = "素材";
    private static final String PLAIN_TEXT = "text/plain";

    /** What a phone can post. Nothing that a browser would run as a page: no HTML, no SVG. */
    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/quicktime", PLAIN_TEXT);

    private final MaterialRepository materials;
    private final MaterialStore store;
    private final MaterialConfig config;
    private final Clock clock;
    private final Counter missing;

    MaterialService(
            MaterialRepository materials,
            MaterialStore store,
            MaterialConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.materials = materials;
        this.store = store;
        this.config = config;
        this.clock = clock;
        this.missing = Counter.builder("siyu.material.files.missing")
                .description("Materials that were asked for and whose file was gone")
                .register(metrics);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if empty, 413 if too large, 415 if of no known type */
    @Transactional
    public MaterialResponse upload(long shopId, Path file, String title, String by) {
        long bytes = sizeOf(file);
        if (bytes == 0) {
            throw ErrorCode.VALIDATION_FAILED.problem("file", "Empty", "The file is empty.");
        }
        if (bytes > config.maxBytes()) {
            throw ErrorCode.TOO_LARGE.problem("A material has at most " + config.maxBytes() + " bytes.");
        }
        String type = store.typeOf(file);
        if (!TYPES.contains(type)) {
            throw ErrorCode.UNSUPPORTED_MEDIA.problem(
                    "A material is a picture, a video or plain text, not " + type + ".");
        }
        Material material = new Material(shopId, titleOf(title), type, bytes, by, clock.instant());
        // First the bytes: a row without them would be worse than bytes without a row.
        store.keep(material, file);
        OneTransaction.onceRolledBack(() -> store.discard(material));
        materials.persist(material);
        return MaterialResponse.from(material);
    }

    /**
     * Keeps somebody's words as a plain text, in the caller's transaction.
     *
     * @param origin what they were said in, as a path of the API
     * @param consent who agreed that they are shown, and how
     */
    @Transactional
    public Material keepWords(long shopId, String title, String words, String origin, String consent, String by) {
        int bytes = words.getBytes(StandardCharsets.UTF_8).length;
        Material material = new Material(shopId, titleOf(title), PLAIN_TEXT, bytes, by, clock.instant());
        material.cameFrom(origin, consent);
        store.keep(material, words);
        OneTransaction.onceRolledBack(() -> store.discard(material));
        materials.persist(material);
        return material;
    }

    public Page<MaterialResponse> list(long shopId, PageRequest page) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<Material> rows = materials.listBefore(shopId, before, page.rowsToRead());
        return Page.of(rows, page.limit(), m -> Cursor.of(m.id())).map(MaterialResponse::from);
    }

    /** The material among those of the given shops. */
    public Material find(Collection<Long> shopIds, Id id) {
        return materials
                .findInAny(shopIds, id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such material."));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if its file is gone, which never happens by itself */
    public Path contentOf(Material material) {
        Path file = store.placeOf(material);
        if (!Files.isReadable(file)) {
            missing.increment();
            LOG.errorf("The file of material %s is missing: %s", new Id(material.id()), file);
            throw ErrorCode.NOT_FOUND.problem("The file of this material is gone.");
        }
        return file;
    }

    private static String titleOf(String title) {
        String text = title == null || !VisibleText.isIn(title) ? UNNAMED : title.strip();
        return text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) : text;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        }
    }
}

package io.siyu.content.material;

import io.siyu.content.material.store.MaterialConfig;
import io.siyu.content.material.store.MaterialStore;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
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
import java.util.Map;

/** A shop's materials. */
@ApplicationScoped
public class MaterialService {
    private static final Logger LOG = Logger.getLogger(MaterialService.class);
    private static final int LONGEST_TITLE = 120;
    private static final String UNNAMED = "素材";

    private final MaterialRepository materials;
    private final MaterialStore store;
    private final MaterialConfig config;
    private final FileTypes types;
    private final AuditTrail audit;
    private final Clock clock;

    MaterialService(
            MaterialRepository materials,
            MaterialStore store,
            MaterialConfig config,
            FileTypes types,
            AuditTrail audit,
            Clock clock) {
        this.materials = materials;
        this.store = store;
        this.config = config;
        this.types = types;
        this.audit = audit;
        this.clock = clock;
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
        Material material = new Material(shopId, titleOf(title), types.of(file), bytes, by, clock.instant());
        // First the bytes: a row without them would be worse than bytes without a row, which are swept.
        store.keep(material.content(), file);
        OneTransaction.onceRolledBack(() -> takeBack(material));
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
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        Material material =
                new Material(shopId, titleOf(title), FileTypes.PLAIN_TEXT, bytes.length, by, clock.instant());
        material.cameFrom(origin, consent);
        store.keep(material.content(), bytes);
        OneTransaction.onceRolledBack(() -> takeBack(material));
        materials.persist(material);
        return material;
    }

    private void takeBack(Material material) {
        try {
            store.discard(material.content());
        } catch (RuntimeException e) {
            // Why there is no row is what the client is to be told; the bytes are swept.
            LOG.warnf(e, "The bytes of a material that was not made stay until they are swept");
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 404, 412 or 428 */
    @Transactional
    public MaterialResponse update(long shopId, long id, String ifMatch, UpdateMaterialRequest request) {
        Material material = materials.findIn(shopId, id).orElseThrow(MaterialService::noSuchMaterial);
        ETags.requireMatch(ifMatch, material.version());
        Map<String, Object> before = kept(material);
        request.describe(material);
        audit.record(Act.on(shopId, "material", id).from(before).to(kept(material)));
        materials.flush();
        return MaterialResponse.from(material);
    }

    /** What the audit trail keeps of it: whether there is a consent, and not whose. */
    private static Map<String, Object> kept(Material material) {
        return Map.of("title", material.title(), "tags", material.tags(), "isAgreedTo", material.consentNote() != null);
    }

    /**
     * @param tag null for any
     * @param kind null for any
     */
    public Page<MaterialResponse> list(long shopId, String tag, MaterialKind kind, PageRequest page) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<Material> rows = materials.listBefore(shopId, before, tag, kind, page.rowsToRead());
        return Page.of(rows, page.limit(), m -> Cursor.of(m.id())).map(MaterialResponse::from);
    }

    /** The material among those of the given shops. */
    public Material find(Collection<Long> shopIds, Id id) {
        return materials.findInAny(shopIds, id.value()).orElseThrow(MaterialService::noSuchMaterial);
    }

    private static RuntimeException noSuchMaterial() {
        return ErrorCode.NOT_FOUND.problem("There is no such material.");
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

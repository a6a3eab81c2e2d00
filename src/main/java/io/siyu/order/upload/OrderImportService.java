package io.siyu.order.upload;

import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.OrderFormats;
import io.siyu.order.file.row.Reject;
import io.siyu.platform.files.FileName;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.platform.text.CleanText;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Takes order files in and tells how their imports go. */
@ApplicationScoped
public class OrderImportService {
    private static final int REMARKS_A_READ = 2000;
    private static final int LONGEST_NAME = 200;

    /** What a file goes by whose sender does not name it. */
    private static final String UNNAMED = "orders";

    private final OrderImportRepository imports;
    private final ImportRemarks remarks;
    private final OrderFormats formats;
    private final UploadFolder uploads;
    private final DueImports dueImports;
    private final Clock clock;

    OrderImportService(
            OrderImportRepository imports,
            ImportRemarks remarks,
            OrderFormats formats,
            UploadFolder uploads,
            DueImports dueImports,
            Clock clock) {
        this.imports = imports;
        this.remarks = remarks;
        this.formats = formats;
        this.uploads = uploads;
        this.dueImports = dueImports;
        this.clock = clock;
    }

    /**
     * A file that someone sends.
     *
     * @param format a format's name, or null or {@code auto} to find it by the header
     * @param dryRun whether to count only what would happen
     */
    public record Upload(long shopId, Path file, String fileName, String format, boolean dryRun, String by) {}

    /** @throws io.siyu.platform.problem.ProblemException 400 for a file that no format fits, 413 for one too large */
    public OrderImportResponse queue(Upload upload) {
        formats.requireKnown(upload.format());
        long id = Id.nextValue();
        UploadFolder.Stored stored = uploads.keep(upload.file(), id);
        OneTransaction.onceRolledBack(() -> uploads.discard(stored.name()));
        OrderFormat format;
        try {
            format = formats.recognise(uploads.path(stored.name()), upload.format())
                    .format();
        } catch (IOException e) {
            uploads.discard(stored.name());
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        } catch (RuntimeException e) {
            uploads.discard(stored.name());
            throw e;
        }
        String fileName = plain(upload.fileName());
        Instant now = clock.instant();
        OrderImportRepository.Arrival arrival = new OrderImportRepository.Arrival(
                upload.shopId(),
                id,
                format.code(),
                upload.dryRun(),
                fileName,
                stored,
                // A file cannot speak of what is still to come.
                format.sourceAt(fileName).filter(at -> !at.isAfter(now)).orElse(null),
                upload.by(),
                now);
        OrderImport job = Contention.inTransaction(() -> {
            imports.queue(arrival);
            return imports.findIn(upload.shopId(), id).orElseThrow();
        });
        OneTransaction.onceCommitted(() -> dueImports.runDue(clock.instant()));
        return OrderImportResponse.from(job, Language.ENGLISH);
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for an import of another shop */
    public OrderImportResponse find(Collection<Long> shopIds, long id, Language language) {
        return imports.findInAny(shopIds, id)
                .map(job -> OrderImportResponse.from(job, language))
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such import."));
    }

    /** The shop's imports, newest first. */
    public Page<OrderImportResponse> list(long shopId, PageRequest page, Language language) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<OrderImport> rows = imports.listBefore(shopId, before, page.rowsToRead());
        return Page.of(rows, page.limit(), job -> Cursor.of(job.id()))
                .map(job -> OrderImportResponse.from(job, language));
    }

    /**
     * Hands over the remarks that are kept, in the sequence of the file, reading a part at a time.
     *
     * @return how many they are
     */
    long eachRemark(ImportRemarks.Kind kind, long shopId, long importId, Consumer<Reject> consumer) {
        long count = 0;
        long after = 0;
        List<Reject> part;
        do {
            part = remarks.list(kind, shopId, importId, after, REMARKS_A_READ);
            part.forEach(consumer);
            count += part.size();
            after = part.isEmpty() ? after : part.get(part.size() - 1).row();
        } while (part.size() == REMARKS_A_READ);
        return count;
    }

    private static String plain(String fileName) {
        String name = FileName.plain(fileName);
        return name.isEmpty() ? UNNAMED : CleanText.cut(name, LONGEST_NAME);
    }
}

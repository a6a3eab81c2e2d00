package io.siyu.order.file.workbook;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.table.Unreadable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks a workbook over before a library opens it. All of it is unpacked once and thrown away, for what an archive says of
 * its sizes need not be true; after that no reader can be made to need more memory than a workbook of that kind does.
 */
public final class WorkbookGuard {
    private static final int MOST_ENTRIES = 2000;
    private static final long MOST_BYTES = 4L << 30;
    private static final long HARMLESS_BYTES = 16L << 20;
    /** Sheets shrink to a tenth or a thirtieth; a bomb to a thousandth. */
    private static final long MOST_RATIO = 150;

    private static final String CONTENTS = "[Content_Types].xml";
    private static final String STYLES = "spreadsheetml.styles+xml";

    private final byte[] buffer = new byte[1 << 16];
    private final long mostBytes;
    private final Set<String> isoDateSheets = new HashSet<>();
    private long unpacked;

    private WorkbookGuard(long fileBytes) {
        mostBytes = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, fileBytes * MOST_RATIO));
    }

    /**
     * What kind of workbook it is.
     *
     * @param hasStyles whether it says how its numbers are shown, and so which of them are dates
     * @param isoDateSheets the parts with cells that hold moments as texts
     */
    public record Traits(boolean hasStyles, Set<String> isoDateSheets) {}

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 if it is no workbook, or one made to do harm
     */
    public static Traits check(Path file) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(Files.size(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Unreadable.because(ReasonCode.TOO_MANY_PARTS, MOST_ENTRIES);
            }
            checkNames(zip);
            if (zip.getEntry(CONTENTS) == null
                    || zip.stream().noneMatch(part -> part.getName().startsWith("xl/"))) {
                throw Unreadable.because(ReasonCode.ARCHIVE);
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                guard.checkContent(zip, entries.nextElement());
            }
            byte[] contents = zip.getInputStream(zip.getEntry(CONTENTS)).readAllBytes();
            boolean hasStyles = new String(contents, StandardCharsets.UTF_8).contains(STYLES);
            return new Traits(hasStyles, Set.copyOf(guard.isoDateSheets));
        } catch (ZipException e) {
            throw Unreadable.because(ReasonCode.WORKBOOK_LOCKED);
        } catch (EOFException | IllegalArgumentException e) {
            throw Unreadable.because(ReasonCode.WORKBOOK_DAMAGED);
        }
    }

    private static void checkNames(ZipFile zip) {
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            String path = name.replace('\\', '/');
            boolean leadsOut = path.startsWith("/")
                    || path.matches("[A-Za-z]:.*")
                    || ("/" + path + "/").contains("/../")
                    || path.indexOf('\0') >= 0;
            if (leadsOut) {
                throw Unreadable.because(ReasonCode.PART_LEADS_OUT);
            }
        });
    }

    private void checkContent(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        XmlBounds bounds = name.endsWith(".xml") || name.endsWith(".rels") ? new XmlBounds() : null;
        CRC32 sum = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            int read;
            while ((read = in.read(buffer)) > 0) {
                unpacked += read;
                sum.update(buffer, 0, read);
                if (unpacked > mostBytes) {
                    throw Unreadable.because(ReasonCode.UNPACKED_TOO_LARGE);
                }
                if (bounds != null && !bounds.holds(buffer, read)) {
                    throw Unreadable.because(ReasonCode.PART_TOO_LARGE);
                }
            }
        }
        if (bounds != null && bounds.hasIsoDates()) {
            isoDateSheets.add(entry.getName());
        }
        if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
            throw Unreadable.because(ReasonCode.WORKBOOK_DAMAGED);
        }
    }
}

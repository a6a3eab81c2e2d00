package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.table.CsvTable;
import io.siyu.order.file.table.Encodings;
import io.siyu.order.file.table.Table;
import io.siyu.order.file.table.Unreadable;
import io.siyu.order.file.workbook.IsoDateCells;
import io.siyu.order.file.workbook.SheetTable;
import io.siyu.order.file.workbook.WorkbookGuard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables that a file can be read as; what it is, its content tells and not its name. */
final class Tables {
    private static final int HEAD_BYTES = 1 << 16;
    private static final char[] SEPARATORS = {',', '\t', ';'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Control characters that texts have: tabs, ends of lines and pages, and DOS's end of a file. */
    private static final String WRITTEN = "\t\n\r\f\u001A";

    private static final int FEW = 3;
    private static final int BYTES_A_DAMAGE = 100;
    private static final int BYTES_A_SINGLE_DAMAGE = 10;

    private Tables() {}

    /** @throws io.siyu.platform.problem.ProblemException 400 if the file is empty, damaged, or neither text nor workbook */
    static List<Table> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
            WorkbookGuard.Traits traits = WorkbookGuard.check(file);
            if (!traits.isoDateSheets().isEmpty()) {
                SheetTable.careful(() -> {
                    IsoDateCells.becomeTexts(file, traits.isoDateSheets());
                    return null;
                });
            }
            return SheetTable.allOf(file, traits.hasStyles());
        }
        refuseWhatIsNoText(head);
        Charset charset = Encodings.of(file);
        List<Table> tables = new ArrayList<>();
        for (char separator : SEPARATORS) {
            tables.add(CsvTable.of(file, charset, separator));
        }
        return tables;
    }

    private static void refuseWhatIsNoText(byte[] head) {
        if (head.length == 0) {
            throw Unreadable.because(ReasonCode.EMPTY_FILE);
        }
        if (startsWith(head, OLE2)) {
            throw Unreadable.because(ReasonCode.OLD_WORKBOOK);
        }
        if (startsWith(head, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || startsWith(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            throw Unreadable.because(ReasonCode.UTF_16);
        }
        if (isBinary(head)) {
            throw Unreadable.because(ReasonCode.NO_TEXT);
        }
        String start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
            throw Unreadable.because(ReasonCode.WEB_PAGE);
        }
    }

    /** Some zeros are damage to a text; what is none has many of them, or other signs that nobody writes. */
    private static boolean isBinary(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] == 0) {
            end--;
        }
        boolean hasZeros = end < head.length;
        int signs = 0;
        for (int i = 0; i < end; i++) {
            hasZeros |= head[i] == 0;
            signs += head[i] >= 0 && head[i] < ' ' && WRITTEN.indexOf(head[i]) < 0 ? 1 : 0;
        }
        boolean areMany = signs * (signs > FEW ? BYTES_A_DAMAGE : BYTES_A_SINGLE_DAMAGE) > end;
        return end == 0 || hasZeros && areMany;
    }

    private static boolean startsWith(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }
}

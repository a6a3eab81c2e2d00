package io.siyu.content.material.thumbnail;

import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jboss.logging.Logger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JPEG says before its pixels: how it was held, and whether it comes in several passes. One segment at a time: the
 * tree that Java's reader makes of all of them can be made to grow to many times the file.
 */
final class JpegHead {
    private static final Logger LOG = Logger.getLogger(JpegHead.class);
    private static final int BEGIN = 0xffd8;
    private static final int MARKER = 0xff;
    private static final int FRAME_BASELINE = 0xc0;
    private static final int FRAME_SEQUENTIAL = 0xc1;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    /** Where a frame says how many colours it has, behind its precision, height and width. */
    private static final int COLOURS_AT = 5;

    private Orientation orientation;
    private int colours;
    private boolean isRowByRow;

    private JpegHead() {}

    /** Of a file that is no JPEG as it should be, nothing is known. */
    static JpegHead of(Path picture) throws IOException {
        JpegHead head = new JpegHead();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(picture)))) {
            if (in.readUnsignedShort() == BEGIN) {
                head.read(in);
            }
        } catch (EOFException | IndexOutOfBoundsException e) {
            LOG.debugf(e, "%s ends before its pixels begin", picture);
            head.isRowByRow = false;
        }
        return head;
    }

    /** Whether it comes coarse first and then finer, or colour by colour: all of it is held then while it is decoded. */
    boolean isOfPasses() {
        return !isRowByRow;
    }

    /** @return null if nobody says */
    Orientation orientation() {
        return orientation;
    }

    private void read(DataInputStream in) throws IOException {
        while (in.readUnsignedByte() == MARKER) {
            int marker = markerOf(in);
            byte[] segment = new byte[Math.max(0, in.readUnsignedShort() - Short.BYTES)];
            in.readFully(segment);
            switch (marker) {
                case FRAME_BASELINE, FRAME_SEQUENTIAL -> colours = segment[COLOURS_AT];
                case EXIF -> turn(segment);
                case SCAN -> {
                    isRowByRow = colours > 0 && segment[0] == colours;
                    return;
                }
                default -> {
                    // It says nothing that is asked for.
                }
            }
        }
    }

    /** There may be more of the signs that a marker begins with. */
    private static int markerOf(DataInputStream in) throws IOException {
        int marker = in.readUnsignedByte();
        while (marker == MARKER) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** Many cameras write what they should not. */
    private void turn(byte[] exif) {
        try {
            Orientation said = ExifUtils.getOrientationFromExif(exif);
            orientation = said == null ? orientation : said;
        } catch (RuntimeException e) {
            LOG.debug("A picture does not say how it was held", e);
        }
    }
}

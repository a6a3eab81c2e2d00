package io.siyu.content.material.thumbnail;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jboss.logging.Logger;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/**
 * Makes small pictures of large ones, in little memory: a picture that says it is larger than may be is not decoded at all,
 * and of a large one not every row and column is kept.
 */
final class ThumbnailMaker {
    static final String TYPE = "image/jpeg";
    /** The longest side of a small picture. */
    static final int SIDE = 320;

    private static final Logger LOG = Logger.getLogger(ThumbnailMaker.class);
    private static final String FORMAT = "jpg";
    private static final double QUALITY = 0.8;
    /** What is read is this much larger than what is made of it, so that it looks no worse. */
    private static final int READ_SIDE = 4 * SIDE;
    /** Of one in several passes all of it is held, and not row by row: so much smaller it has to be. */
    private static final int PASSES_SHARE = 3;

    private static final String JPEG = "JPEG";

    private final long mostPixels;

    ThumbnailMaker(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    /** @return a JPEG; empty for what is too large, damaged, or of a format that cannot be read */
    Optional<byte[]> of(Path picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                // What stands beside the pixels is not read: it can be a packed bomb.
                reader.setInput(in, false, true);
                return of(reader, picture);
            } catch (RuntimeException | IOException e) {
                // Readers throw all kinds of things at what is damaged, which is no fault of ours.
                LOG.debugf(e, "No small picture can be made of %s", picture);
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private Optional<byte[]> of(ImageReader reader, Path picture) throws IOException {
        boolean isJpeg = reader.getFormatName().equalsIgnoreCase(JPEG);
        Optional<JpegHead> head = isJpeg ? Optional.of(JpegHead.of(picture)) : Optional.empty();
        PictureSize size = new PictureSize(reader.getWidth(0), reader.getHeight(0));
        boolean isHeldWhole = head.map(JpegHead::isOfPasses).orElse(false);
        if (!size.fits(isHeldWhole ? mostPixels / PASSES_SHARE : mostPixels)) {
            return Optional.empty();
        }
        int step = size.stepTo(READ_SIDE);
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = onWhite(reader.read(0, every));
        return Optional.of(small(read, head.map(JpegHead::orientation).orElse(null)));
    }

    /** A JPEG has no holes through which a ground could be seen. */
    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage ground = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = ground.createGraphics();
        try {
            pen.drawImage(picture, 0, 0, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return ground;
    }

    /** @param orientation how it was held, null if nobody says */
    private static byte[] small(BufferedImage picture, Orientation orientation) throws IOException {
        PictureSize size = new PictureSize(picture.getWidth(), picture.getHeight());
        Thumbnails.Builder<BufferedImage> thumbnail = Thumbnails.of(picture)
                .scale(Math.min(1, (double) SIDE / size.longestSide()))
                .outputFormat(FORMAT)
                .outputQuality(QUALITY);
        if (orientation != null) {
            ImageFilter upright = ExifFilterUtils.getFilterForOrientation(orientation);
            thumbnail.addFilter(upright);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        thumbnail.toOutputStream(out);
        return out.toByteArray();
    }
}

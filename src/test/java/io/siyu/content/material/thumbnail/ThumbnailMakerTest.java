package io.siyu.content.material.thumbnail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

class ThumbnailMakerTest {
    private static final long MOST_PIXELS = 40_000_000;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_BYTES = 13;
    /** A segment of Exif with one note: orientation 6, to be turned right by a quarter. */
    private static final byte[] TURN_RIGHT = ByteBuffer.allocate(36)
            .putShort((short) 0xffe1)
            .putShort((short) 34)
            .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) 6)
            .putShort((short) 0)
            .putInt(0)
            .array();

    private final ThumbnailMaker maker = new ThumbnailMaker(MOST_PIXELS);

    @TempDir
    Path folder;

    @Test
    void aLargePictureBecomesSmallAndKeepsItsShape() throws IOException {
        BufferedImage small = read(maker.of(png(2400, 1200)).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(ThumbnailMaker.SIDE);
        assertThat(small.getHeight()).isEqualTo(ThumbnailMaker.SIDE / 2);
    }

    @Test
    void aSmallOneIsNotMadeLarger() throws IOException {
        BufferedImage small = read(maker.of(png(40, 30)).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(40);
        assertThat(small.getHeight()).isEqualTo(30);
    }

    @Test
    void whatIsSeenThroughIsWhite() throws IOException {
        Path file = folder.resolve("clear.png");
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());

        Color seen = new Color(read(maker.of(file).orElseThrow()).getRGB(25, 25));

        assertThat(seen.getRed()).isGreaterThan(250);
        assertThat(seen.getBlue()).isGreaterThan(250);
    }

    /** 7.5 GB of pixels in a few bytes. */
    @Test
    void aPictureThatClaimsFiftyThousandByFiftyThousandPixelsIsNotDecoded() throws IOException {
        assertThat(maker.of(claiming(50_000, 50_000))).isEmpty();
    }

    @Test
    void oneThatIsAsLargeInOneLineIsNotDecodedEither() throws IOException {
        assertThat(maker.of(claiming(39_000_000, 1))).isEmpty();
        assertThat(new PictureSize(20_001, 1).fits(MOST_PIXELS)).isFalse();
        assertThat(new PictureSize(20_000, 2_000).fits(MOST_PIXELS)).isTrue();
        assertThat(new PictureSize(20_000, 2_001).fits(MOST_PIXELS)).isFalse();
        assertThat(new PictureSize(Integer.MAX_VALUE, Integer.MAX_VALUE).fits(MOST_PIXELS))
                .isFalse();
    }

    @Test
    void whatIsDamagedOrNoPictureHasNone() throws IOException {
        assertThat(maker.of(Files.write(folder.resolve("half.png"), PNG_SIGNATURE)))
                .isEmpty();
        assertThat(maker.of(Files.writeString(folder.resolve("a.webp"), "RIFF....WEBPVP8 ")))
                .isEmpty();
        byte[] whole = Files.readAllBytes(png(400, 400));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        // A reader may show the half that is there: it only must not fail.
        maker.of(Files.write(folder.resolve("broken.png"), half));
    }

    /** As phones do: the picture lies as the camera was held, with a note of how to turn it. */
    @Test
    void aPictureThatWasHeldUprightStandsUpright() throws IOException {
        ByteArrayOutputStream lying = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "jpg", lying);
        byte[] bytes = lying.toByteArray();
        ByteArrayOutputStream upright = new ByteArrayOutputStream();
        // Behind the two bytes that a JPEG begins with, and behind its JFIF segment, which has to come first.
        int behindHeader = 4 + ByteBuffer.wrap(bytes, 4, 2).getShort();
        upright.write(bytes, 0, behindHeader);
        upright.write(TURN_RIGHT);
        upright.write(bytes, behindHeader, bytes.length - behindHeader);

        BufferedImage small = read(maker.of(Files.write(folder.resolve("upright.jpg"), upright.toByteArray()))
                .orElseThrow());

        assertThat(small.getWidth()).isBetween(159, 161);
        assertThat(small.getHeight()).isBetween(319, 321);
    }

    /** Of such a one Java's reader holds all coefficients, outside of the heap. */
    @Test
    void aPictureInSeveralPassesHasToBeSmaller() throws IOException {
        int side = 300;
        Path inOne = jpeg(side, ImageWriteParam.MODE_DISABLED);
        Path inSeveral = jpeg(side, ImageWriteParam.MODE_DEFAULT);
        ThumbnailMaker modest = new ThumbnailMaker(2 * side * side);

        assertThat(modest.of(inOne)).isPresent();
        assertThat(modest.of(inSeveral)).isEmpty();
        assertThat(maker.of(inSeveral)).isPresent();
    }

    @Test
    void ofAJpegThatEndsBeforeItsPixelsNothingIsKnown() throws IOException {
        byte[] whole = Files.readAllBytes(jpeg(30, ImageWriteParam.MODE_DISABLED));
        for (int bytes = 0; bytes < whole.length; bytes++) {
            Path part = Files.write(folder.resolve("part.jpg"), Arrays.copyOf(whole, bytes));

            assertThat(JpegHead.of(part).orientation()).isNull();
            maker.of(part);
        }
        assertThat(JpegHead.of(folder.resolve("part.jpg")).isOfPasses()).isFalse();
        assertThat(JpegHead.of(png(30, 30)).isOfPasses()).isTrue();
    }

    private Path jpeg(int side, int progressiveMode) throws IOException {
        Path file = folder.resolve("passes-" + progressiveMode + ".jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressiveMode);
            writer.setOutput(out);
            BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return file;
    }

    private Path png(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < Math.min(width, height); i++) {
            picture.setRGB(i, i, Color.ORANGE.getRGB());
        }
        Path file = folder.resolve(width + "x" + height + ".png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    /** A picture in colours whose header says so, with hardly any of its data. */
    private Path claiming(int width, int height) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(pixels, new Deflater())) {
            packed.write(new byte[1024]);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(PNG_SIGNATURE);
        png.write(chunk("IHDR", header.array()));
        png.write(chunk("IDAT", pixels.toByteArray()));
        png.write(chunk("IEND", new byte[0]));
        return Files.write(folder.resolve("claims-" + width), png.toByteArray());
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(Integer.BYTES + name.length + data.length + Integer.BYTES)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }
}

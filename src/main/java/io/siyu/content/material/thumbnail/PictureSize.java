package io.siyu.content.material.thumbnail;

/** How large a picture says it is, which is known before any of it is decoded. */
record PictureSize(int width, int height) {
    /** A row is held as a whole while it is decoded. */
    private static final int LONGEST_SIDE = 20_000;

    boolean fits(long mostPixels) {
        return width > 0 && height > 0 && longestSide() <= LONGEST_SIDE && (long) width * height <= mostPixels;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    /** Of how many columns and rows one is read, so that what is left is no shorter than that. */
    int stepTo(int side) {
        return Math.max(1, longestSide() / side);
    }
}

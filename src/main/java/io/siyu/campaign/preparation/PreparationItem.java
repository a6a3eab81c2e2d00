package io.siyu.campaign.preparation;

/** What has to be there before a campaign can start. */
public enum PreparationItem {
    COPY,
    POSTER,
    VIDEO,
    SCRIPTS,
    TOOLS,
    STOCK,
    GIFTS
}

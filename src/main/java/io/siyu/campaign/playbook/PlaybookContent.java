package io.siyu.campaign.playbook;

import java.util.List;

/**
 * What a playbook is in one version.
 *
 * @param days how many it fills, 1 to 7
 */
public record PlaybookContent(int days, List<PlaybookPost> posts) {}

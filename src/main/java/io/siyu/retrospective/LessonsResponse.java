package io.siyu.retrospective;

import io.siyu.platform.ids.Id;

import java.util.List;

public record LessonsResponse(Id campaignId, List<String> lessons) {}

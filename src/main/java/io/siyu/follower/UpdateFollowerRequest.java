package io.siyu.follower;

import io.siyu.follower.loss.LossReason;
import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.util.List;

/**
 * What changes in a follower; what is left out stays.
 *
 * @param lostReason only with the status LOST; UNKNOWN where it is left out
 * @param lostDay only with the status LOST: the shop's day on which it was noticed; today where it is left out
 */
public record UpdateFollowerRequest(
        FollowerStatus status,
        LossReason lostReason,
        LocalDate lostDay,
        Id accountId,
        @Size(max = 500) String remark,
        @Size(max = 20) List<@NotBlank @Size(max = 32) @Visible String> tags) {}

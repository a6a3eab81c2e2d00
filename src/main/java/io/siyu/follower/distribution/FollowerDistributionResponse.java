package io.siyu.follower.distribution;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * @param progress part of its work, from 0 to 1
 * @param remaining candidates of these tiers who are still on no account
 * @param accounts what each got and could still take on that day
 */
public record FollowerDistributionResponse(
        Id id,
        Id shopId,
        DistributionStatus status,
        double progress,
        Followers followers,
        long remaining,
        List<Share> accounts,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {
    public record Share(Id accountId, int assigned, int capacityLeft, int dailyLeft) {}

    /**
     * @param total candidates that it is about; null before they are known
     * @param left those of them who are not assigned, or not yet
     * @param reasons why, as far as it is known
     */
    public record Followers(Integer total, int assigned, int left, List<Left> reasons) {}

    public record Left(LeftReason reason, int followers) {}

    static FollowerDistributionResponse from(FollowerDistribution job, List<FollowerDistribution.Share> shares) {
        int total = job.total() == null ? 0 : job.total();
        return new FollowerDistributionResponse(
                Id.of(job.id()),
                Id.of(job.shopId()),
                job.status(),
                job.progress(),
                new Followers(job.total(), job.assigned(), total - job.assigned(), reasons(job, total)),
                job.remaining(),
                shares.stream()
                        .map(share -> new Share(
                                Id.of(share.accountId()), share.assigned(), share.capacityLeft(), share.dailyLeft()))
                        .toList(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private static List<Left> reasons(FollowerDistribution job, int total) {
        List<Left> reasons = new ArrayList<>();
        add(reasons, LeftReason.NO_ROOM, job.noRoom());
        add(reasons, LeftReason.GONE, job.gone());
        if (job.status().isOver()) {
            add(reasons, LeftReason.STOPPED, total - job.assigned() - job.noRoom() - job.gone());
        }
        return reasons;
    }

    private static void add(List<Left> reasons, LeftReason reason, int followers) {
        if (followers > 0) {
            reasons.add(new Left(reason, followers));
        }
    }
}

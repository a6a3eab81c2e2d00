package io.siyu.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Min;

import java.time.Duration;

@ConfigMapping(prefix = "siyu.task")
public interface TaskConfig {
    /** How long a claim keeps others away when its holder gives no sign of work. */
    @WithDefault("30M")
    Duration lease();

    DueAfter dueAfter();

    ValidFor validFor();

    /** How far a task of no campaign can be put off at most. */
    @WithDefault("7D")
    Duration longestSnooze();

    /** How many tasks of one shop the clock moves in one transaction. */
    @WithDefault("500")
    int dueBatch();

    Feed feed();

    /** How long after its opening a task should be done; that of a post is its planned time, whatever the hours are. */
    interface DueAfter {
        /** In working time: a day's work. */
        @WithDefault("9H")
        Duration addFriend();

        /** In working time. */
        @WithDefault("15M")
        Duration welcome();

        @WithDefault("1H")
        Duration moment();

        @WithDefault("1H")
        Duration group();

        /** One by one takes longer. */
        @WithDefault("4H")
        Duration privateMessage();

        /** In working time: a day's work. */
        @WithDefault("9H")
        Duration review();

        /** In working time: a day's work. */
        @WithDefault("9H")
        Duration acknowledge();

        default Duration of(TaskKind kind) {
            return switch (kind) {
                case ADD_FRIEND -> addFriend();
                case WELCOME -> welcome();
                case MOMENT -> moment();
                case GROUP -> group();
                case PRIVATE, FOLLOW_UP -> privateMessage();
                case REVIEW -> review();
                case ACKNOWLEDGE -> acknowledge();
                case PREPARE, ANSWER_FEEDBACK ->
                    throw new IllegalArgumentException("When a " + kind + " is due is its subject's to say");
            };
        }
    }

    /** How long after its opening a task means something that is no post: a post has its own day. */
    interface ValidFor {
        @WithDefault("7D")
        Duration addFriend();

        @WithDefault("1D")
        Duration welcome();

        /** A goodbye, a greeting. */
        @WithDefault("7D")
        Duration service();

        /** After it is due: then a feedback that nobody answered stands among what was missed. */
        @WithDefault("30D")
        Duration answer();
    }

    /** The stream of what changed in a queue. */
    interface Feed {
        /** How often the shops that somebody listens to are looked at. */
        @WithDefault("1S")
        Duration poll();

        /** Keeps proxies from taking a silent stream for a dead one. */
        @WithDefault("15S")
        Duration heartbeat();

        /** A stream ends then and its client comes back with a fresh token. */
        @WithDefault("10M")
        Duration life();

        /** How long a slower writer's event may come after a faster one's. */
        @WithDefault("10S")
        Duration overlap();

        /** Up to this long an absence is made good event by event. */
        @WithDefault("1H")
        Duration replay();

        /** As long as no more events than these happened in it. */
        @WithDefault("2000")
        @Min(1)
        int mostMissed();
    }
}

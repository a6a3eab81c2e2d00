package io.siyu.platform.edge;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;

import java.time.Duration;

/** What is said to those who are turned away before anything is done for them. */
public final class Refusals {
    /** After which the memory or the place that is missing has most likely come free. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private Refusals() {}

    public static ProblemException tooLarge(long mostBytes) {
        return problem(
                ErrorCode.TOO_LARGE, "此处最多接收 " + mostBytes + " 字节。", "At most " + mostBytes + " bytes are taken here.");
    }

    public static ProblemException tooSlow() {
        return problem(
                ErrorCode.REQUEST_TIMEOUT, "请求内容传得太慢，已停止接收，请重试。", "The body did not arrive in time. Send it again.");
    }

    static ProblemException tooManyRequests(Duration wait) {
        return problem(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "请求过于频繁，请稍后再试。",
                        "Wait as many seconds as Retry-After says, then go on.")
                .retryAfter(wait);
    }

    public static ProblemException tooManyArriving() {
        return problem(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "同时上传的内容过多，请等前面的传完再试。",
                        "Too much is arriving from you at a time. Wait until some of it is there.")
                .retryAfter(SOON);
    }

    public static ProblemException noMemory() {
        return problem(ErrorCode.UNAVAILABLE, "服务器正忙，请稍后再试。", "Too much is arriving at a time. Try again in a moment.")
                .retryAfter(SOON);
    }

    public static ProblemException brokenForm() {
        return problem(ErrorCode.MALFORMED_REQUEST, "表单内容不完整。", "The body is not a complete multipart form.");
    }

    public static ProblemException encodedPart() {
        return problem(
                ErrorCode.MALFORMED_REQUEST,
                "表单各部分须按原样发送，不使用 Content-Transfer-Encoding。",
                "The parts of a form are taken as they are, without Content-Transfer-Encoding.");
    }

    static ProblemException problem(ErrorCode code, String chinese, String english) {
        return code.problem(language -> language == Language.CHINESE ? chinese : english);
    }
}

package io.siyu.platform.login;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import java.util.Locale;

/**
 * What people see who open the console while the login server is away: words and a way back, where programs get
 * problem+json. Without style or script, which only who is logged in gets.
 */
public final class LoginAwayPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            </head>
            <body>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <p><a href="/">%4$s</a></p>
            </body>
            </html>
            """;

    private LoginAwayPage() {}

    public static boolean isWanted(RoutingContext context, ProblemException refusal) {
        HttpServerRequest request = context.request();
        return refusal.code() == ErrorCode.LOGIN_UNAVAILABLE
                && request.method() == HttpMethod.GET
                && StaleSession.PAGES.contains(context.normalizedPath())
                && request.headers().getAll(HttpHeaders.ACCEPT).stream()
                        .anyMatch(types -> types.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML));
    }

    /** In Chinese for whoever asks for neither language, as the console is. */
    public static String of(RoutingContext context, ProblemException refusal) {
        Language language = Language.askedFor(context.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse(Language.CHINESE);
        String why = refusal.detail().in(language);
        return language == Language.CHINESE
                ? PAGE.formatted("zh-CN", "暂时无法登录", why, "再试一次")
                : PAGE.formatted("en", "The login is not available just now", why, "Try again");
    }
}

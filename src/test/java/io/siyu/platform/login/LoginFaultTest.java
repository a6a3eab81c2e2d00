package io.siyu.platform.login;

import com.fasterxml.jackson.core.JsonParseException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.DecodeException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import javax.net.ssl.SSLHandshakeException;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class LoginFaultTest {
    static Stream<Throwable> away() {
        return Stream.of(
                new OIDCException("OIDC Server is not available", new RuntimeException("OIDC Server is not available")),
                new ConnectException("Connection refused"),
                new AuthenticationFailedException(new ConnectException("Connection refused")),
                new AuthenticationCompletionException(new TimeoutException("The timeout period of 3000ms is over")),
                new AuthenticationFailedException(new UnknownHostException("login.example.com")),
                new AuthenticationFailedException(new SSLHandshakeException("certificate has expired")),
                new AuthenticationCompletionException(new HttpClosedException("Connection was closed")),
                new AuthenticationFailedException(new RuntimeException(new io.smallrye.mutiny.TimeoutException())),
                new AuthenticationCompletionException(new NullPointerException("The supplier returned `null`")));
    }

    static Stream<Throwable> notAway() {
        return Stream.of(
                new AuthenticationFailedException(),
                new AuthenticationFailedException(new InvalidJwtException("expired", List.of(), null)),
                new AuthenticationCompletionException(new OIDCException("{\"error\":\"invalid_grant\"}")),
                new AuthenticationFailedException(new OIDCException()),
                new DecodeException("no JSON", new JsonParseException(null, "Unexpected character")),
                new IllegalStateException("ours"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void knowsALoginServerThatIsAway(Throwable e) {
        assertThat(LoginFault.isIn(e)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notAway")
    void whatTheLoginServerRefusesIsNoFaultOfIt(Throwable e) {
        assertThat(LoginFault.isIn(e)).isFalse();
    }

    @Test
    void causesThatGoRoundInACircleHaveAnEnd() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(LoginFault.isIn(one)).isFalse();
    }
}

package io.siyu.feedback.loop;

import io.siyu.platform.ids.Id;
import io.siyu.platform.ids.ShopOwnedRepository;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import java.util.List;

/** Says which of the things that a request names are not there in the shop. */
final class ShopThings {
    private ShopThings() {}

    static void require(
            ShopOwnedRepository<?> repository, long shopId, Id id, String field, List<Violation> violations) {
        if (id != null && repository.findIn(shopId, id.value()).isEmpty()) {
            violations.add(unknown(field));
        }
    }

    static Violation unknown(String field) {
        return new Violation(field, "Unknown", "The shop has no such thing.");
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if there are any */
    static void reject(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(violations.get(0).message(), violations);
        }
    }

    static Long valueOf(Id id) {
        return id == null ? null : id.value();
    }
}

package io.siyu.support;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For tests on a Galera cluster: skipped where its programs are missing, but never in CI. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsGalera.Condition.class)
public @interface NeedsGalera {
    /** Looks for the programs. */
    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (GaleraCluster.missing().isEmpty()) {
                return ConditionEvaluationResult.enabled("Galera is there");
            }
            String howToGetIt = "No Galera here, " + GaleraCluster.missing()
                    + " missing: apt-get install -y --no-install-recommends mariadb-server galera-4 rsync";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(howToGetIt);
            }
            System.out.println(howToGetIt);
            return ConditionEvaluationResult.disabled(howToGetIt);
        }
    }
}

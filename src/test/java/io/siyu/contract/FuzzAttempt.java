package io.siyu.contract;

import java.util.function.UnaryOperator;

/**
 * One thing said wrongly or oddly in an otherwise good call.
 *
 * @param target the parameter, header or field
 * @param isWrong by the contract: it must be refused
 * @param staysOperation whether it is still this operation that answers, in its contract's words
 */
record FuzzAttempt(
        String target, String what, boolean isWrong, boolean staysOperation, UnaryOperator<FuzzCall> change) {
    private static final int SHOWN = 60;

    FuzzAttempt(String target, FuzzValues.Value value, UnaryOperator<FuzzCall> change) {
        this(target, value.text(), value.isWrong(), true, change);
    }

    FuzzAttempt elsewhere() {
        return new FuzzAttempt(target, what, isWrong, false, change);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(target).append(" = ");
        what.chars().limit(SHOWN).forEach(letter -> {
            if (letter < ' ' || letter > '~') {
                text.append("\\u%04x".formatted(letter));
            } else {
                text.append((char) letter);
            }
        });
        return text.append(what.length() > SHOWN ? "… (" + what.length() + ")" : "")
                .toString();
    }
}

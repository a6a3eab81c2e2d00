package io.siyu.segment.filter;

import java.util.List;
import java.util.stream.Collectors;

/** A condition on buyers, as the filter language says it. Its text is the language's, which reads as the same filter. */
public sealed interface Filter {

    /** All of them hold. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " and ");
        }
    }

    /** Any of them holds. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return joined(parts, " or ");
        }
    }

    /** It does not hold, be it because the buyer has no such thing. */
    record Not(Filter part) implements Filter {
        @Override
        public String toString() {
            return "not " + enclosed(part);
        }
    }

    /** @param value as the field's kind has it */
    record Compare(FilterField field, Comparison comparison, Object value) implements Filter {
        @Override
        public String toString() {
            return field.word() + " " + comparison.sign() + " " + field.kind().print(value);
        }
    }

    /** The field is one of these values. */
    record In(FilterField field, List<Object> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return field.word() + " in ("
                    + values.stream().map(field.kind()::print).collect(Collectors.joining(", ")) + ")";
        }
    }

    /** The day lies between today and so many days ahead, both included. */
    record Within(FilterField field, int days) implements Filter {
        @Override
        public String toString() {
            return field.word() + " within " + days;
        }
    }

    /** A counted order has a line whose title contains the text, or whose sku is it. */
    record Bought(boolean isSku, String text) implements Filter {
        @Override
        public String toString() {
            return "bought " + (isSku ? "sku " : "") + FilterField.Kind.TEXT.print(text);
        }
    }

    private static String joined(List<Filter> parts, String word) {
        return parts.stream().map(Filter::enclosed).collect(Collectors.joining(word));
    }

    private static String enclosed(Filter part) {
        return part instanceof And || part instanceof Or ? "(" + part + ")" : part.toString();
    }
}

package io.siyu.console.source;

import io.siyu.console.source.WebType.AllOf;
import io.siyu.console.source.WebType.Declared;
import io.siyu.console.source.WebType.Field;
import io.siyu.console.source.WebType.Fields;
import io.siyu.console.source.WebType.Literal;
import io.siyu.console.source.WebType.Many;
import io.siyu.console.source.WebType.Named;
import io.siyu.console.source.WebType.OneOf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a types.ts: interfaces and type aliases without functions, which is all that comes over the wire. */
final class WebTypeReader {
    private static final Pattern TOKEN = Pattern.compile("/\\*\\*.*?\\*/|'[^']*'|\\w+|[^\\s\\w]", Pattern.DOTALL);
    private static final Pattern SCHEMA = Pattern.compile("@schema (\\w+)");
    private static final String END = "";

    private final List<String> tokens;
    private int at;

    private WebTypeReader(String text) {
        tokens = TOKEN.matcher(text).results().map(found -> found.group()).toList();
    }

    static List<Declared> read(String text) {
        return new WebTypeReader(text).declarations();
    }

    private List<Declared> declarations() {
        List<Declared> declared = new ArrayList<>();
        String comment = "";
        while (at < tokens.size()) {
            String token = next();
            switch (token) {
                case "import" -> skipImport();
                case "export" -> {
                    declared.add(declaration(comment));
                    comment = "";
                }
                default -> comment = isComment(token) ? token : refused(token);
            }
        }
        return declared;
    }

    private void skipImport() {
        while (!next().equals(";")) {
            // Types are known by their names alone.
        }
    }

    private Declared declaration(String comment) {
        String kind = next();
        String name = next();
        String parameter = null;
        if (takes("<")) {
            parameter = next();
            expect(">");
        }
        Matcher schema = SCHEMA.matcher(comment);
        return new Declared(
                name,
                parameter,
                schema.find() ? schema.group(1) : null,
                kind.equals("interface") ? interfaceType() : alias());
    }

    private WebType interfaceType() {
        List<WebType> parts = new ArrayList<>();
        if (takes("extends")) {
            do {
                parts.add(postfix());
            } while (takes(","));
        }
        expect("{");
        parts.add(fields());
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    private WebType alias() {
        expect("=");
        WebType type = type();
        expect(";");
        return type;
    }

    private WebType type() {
        takes("|");
        List<WebType> types = new ArrayList<>(List.of(intersection()));
        while (takes("|")) {
            types.add(intersection());
        }
        return types.size() == 1 ? types.get(0) : new OneOf(types);
    }

    private WebType intersection() {
        List<WebType> types = new ArrayList<>(List.of(postfix()));
        while (takes("&")) {
            types.add(postfix());
        }
        return types.size() == 1 ? types.get(0) : new AllOf(types);
    }

    private WebType postfix() {
        WebType type = primary();
        while (takes("[")) {
            expect("]");
            type = new Many(type);
        }
        return type;
    }

    private WebType primary() {
        String token = next();
        if (token.equals("(")) {
            WebType type = type();
            expect(")");
            return type;
        }
        if (token.equals("{")) {
            return fields();
        }
        if (token.startsWith("'")) {
            return new Literal(token.substring(1, token.length() - 1));
        }
        List<WebType> arguments = new ArrayList<>();
        if (takes("<")) {
            do {
                arguments.add(type());
            } while (takes(","));
            expect(">");
        }
        return token.matches("\\w+") ? new Named(token, arguments) : refusedType(token);
    }

    private WebType fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        while (!takes("}")) {
            String name = next();
            if (!isComment(name)) {
                boolean mayBeAbsent = takes("?");
                expect(":");
                fields.put(name, new Field(type(), mayBeAbsent));
                takes(";");
            }
        }
        return new Fields(fields);
    }

    private static boolean isComment(String token) {
        return token.startsWith("/**");
    }

    private String next() {
        return at < tokens.size() ? tokens.get(at++) : refused(END);
    }

    private boolean takes(String token) {
        boolean isNext = at < tokens.size() && tokens.get(at).equals(token);
        at += isNext ? 1 : 0;
        return isNext;
    }

    private void expect(String token) {
        if (!takes(token)) {
            refused(at < tokens.size() ? tokens.get(at) : END);
        }
    }

    private WebType refusedType(String token) {
        throw new IllegalArgumentException(refused(token));
    }

    private String refused(String token) {
        throw new IllegalArgumentException("A types.ts has only interfaces and types of the contract, not '" + token
                + "' behind " + tokens.subList(Math.max(0, at - 8), Math.min(at, tokens.size())));
    }
}

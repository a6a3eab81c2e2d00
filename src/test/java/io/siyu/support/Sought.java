package io.siyu.support;

import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.privacy.person.PersonWords;

import java.util.Set;

/** Somebody who is looked for. */
public final class Sought {
    public static final String NAME = "欧阳小晓晓";
    public static final String PHONE = "13987651234";

    private Sought() {}

    public static PersonWords words() {
        return words(NAME);
    }

    public static PersonWords words(String name) {
        PersonFacts facts = new PersonFacts(
                Set.of(name),
                Set.of("+86" + PHONE),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(720438205126345231L),
                Set.of());
        return new PersonWords(facts, new PersonWords.KnownBy() {
            @Override
            public boolean phone(String text) {
                return false;
            }

            @Override
            public boolean email(String text) {
                return false;
            }
        });
    }
}

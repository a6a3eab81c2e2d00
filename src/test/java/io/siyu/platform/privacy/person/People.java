package io.siyu.platform.privacy.person;

import java.util.Set;

/** Invented people, whose former phone was 13600000001 and whose former address before@qq.com. */
final class People {
    private People() {}

    static PersonWords of(
            Set<String> names, Set<String> phones, Set<String> emails, Set<String> addresses, Set<String> platformIds) {
        PersonFacts facts =
                new PersonFacts(names, phones, emails, addresses, platformIds, Set.of(720438205126345231L), Set.of());
        return new PersonWords(facts, new PersonWords.KnownBy() {
            @Override
            public boolean phone(String text) {
                return text.matches("(?:\\+86|86|0086|0)?13600000001");
            }

            @Override
            public boolean email(String text) {
                return text.equals("before@qq.com");
            }
        });
    }
}

package io.siyu.console.source;

import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The console compiles under strict rules: the bundler only drops the types. The compiler runs on Playwright's Node. */
class WebCompilesTest {
    private static final Path FOLDER = Path.of("target/typescript");
    private static final Path COMPILER = FOLDER.resolve("tsc.js");
    private static final Path LIBRARIES = Path.of("node_modules/lit");
    private static final String WRONG = "target/typescript/wrong.ts";

    private static final String CONFIGURATION = """
            {
              "compilerOptions": {
                "target": "ES2022", "lib": ["ES2022", "DOM", "DOM.Iterable"], "types": [],
                "module": "ESNext", "moduleResolution": "bundler", "allowImportingTsExtensions": true,
                "baseUrl": "../../node_modules", "paths": { "*": ["*"] },
                "noEmit": true, "isolatedModules": true, "verbatimModuleSyntax": true, "skipLibCheck": true,
                "strict": true, "noUnusedLocals": true, "noUnusedParameters": true, "noImplicitReturns": true,
                "noFallthroughCasesInSwitch": true
              },
              "include": ["../../src/main/resources/web/app/**/*.ts", "wrong.ts"]
            }
            """;

    private static final String SAMPLE = """
            import type { Words } from '../../src/main/resources/web/app/base/i18n.ts';
            import { t } from '../../src/main/resources/web/app/base/messages.ts';
            import type { TaskStatus } from '../../src/main/resources/web/app/task/types.ts';

            t('action.sav');
            t('tiers.title');
            export const words = { 'action.save': ['保存'] } as const satisfies Words;
            export const status: TaskStatus = 'LATE';
            """;

    private static List<String> complaints;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        boolean isBuilt = Files.isDirectory(LIBRARIES);
        assumeTrue(isBuilt || "true".equals(System.getenv("CI")), "Lit's types come with the first build: mvn package");
        Files.writeString(FOLDER.resolve("wrong.ts"), SAMPLE);
        Files.writeString(FOLDER.resolve("console.json"), CONFIGURATION);
        Process compiler = new ProcessBuilder(
                        node(),
                        COMPILER.toString(),
                        "-p",
                        FOLDER.resolve("console.json").toString())
                .redirectErrorStream(true)
                .start();
        // What begins with a blank goes on with the line before.
        complaints = compiler.inputReader()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .toList();
        compiler.waitFor();
    }

    private static String node() {
        return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), true)
                .createProcessBuilder()
                .command()
                .get(0);
    }

    @Test
    void theConsoleCompiles() {
        assertThat(complaints).filteredOn(line -> !line.startsWith(WRONG)).isEmpty();
    }

    /** Words that are not there, or that this room does not know, a language left out, a value that the contract lacks. */
    @Test
    void whatIsWrongDoesNot() {
        assertThat(complaints)
                .filteredOn(line -> line.startsWith(WRONG))
                .extracting(line -> line.replaceAll(".*\\((\\d+),.*", "$1"))
                .containsExactly("5", "6", "7", "8");
    }
}

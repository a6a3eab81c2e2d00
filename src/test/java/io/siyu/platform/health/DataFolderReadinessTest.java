package io.siyu.platform.health;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.FileSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class DataFolderReadinessTest {
    @Test
    void aFullDiskTakesNoReplicaAway() {
        IOException full = new FileSystemException("/data/.writable", null, "No space left on device");

        assertThat(DataFolderReadiness.of(full)).isEqualTo(new Trial.Finding(true, "full"));
    }

    @Test
    void aFolderThatIsGoneDoes() {
        IOException readOnly = new FileSystemException("/data/.writable", null, "Read-only file system");

        assertThat(DataFolderReadiness.of(readOnly).isThere()).isFalse();
    }
}

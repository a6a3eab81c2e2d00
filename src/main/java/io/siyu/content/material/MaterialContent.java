package io.siyu.content.material;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.siyu.content.material.store.MaterialStore;
import io.siyu.platform.download.Download;
import io.siyu.platform.download.Downloads;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;

import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/** The bytes of materials on their way to somebody, from wherever they lie. */
@Singleton
public class MaterialContent {
    private static final Logger LOG = Logger.getLogger(MaterialContent.class);

    private final MaterialStore store;
    private final Downloads downloads;
    private final Counter missing;

    MaterialContent(MaterialStore store, Downloads downloads, MeterRegistry metrics) {
        this.store = store;
        this.downloads = downloads;
        this.missing = Counter.builder("siyu.material.files.missing")
                .description("Materials that were asked for and whose file was gone")
                .register(metrics);
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if its file is gone, which never happens by itself */
    Download of(Material material) {
        return downloads.ofOneOfMany(() -> contentOf(material));
    }

    private StreamingOutput contentOf(Material material) {
        return out -> {
            try (InputStream bytes = store.open(material.content())) {
                bytes.transferTo(out);
            } catch (NoSuchFileException e) {
                throw gone(material);
            }
        };
    }

    /** Also for what is made of them. */
    public RuntimeException gone(Material material) {
        missing.increment();
        LOG.errorf("The file of material %s is missing: %s", new Id(material.id()), store.whereIs(material.content()));
        return ErrorCode.NOT_FOUND.problem("The file of this material is gone.");
    }
}

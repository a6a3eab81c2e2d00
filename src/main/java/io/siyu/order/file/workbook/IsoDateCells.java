package io.siyu.order.file.workbook;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Some programs write moments into workbooks as ISO 8601 texts, in cells of a type of their own (ECMA-376, 18.18.11,
 * {@code t="d"}) that the library refuses. Those become cells of text in a copy that takes the workbook's place. A
 * spreadsheet shows a local time whatever zone stands behind it, so the zone goes.
 */
public final class IsoDateCells {
    private static final QName TYPE = new QName("t");
    private static final String ISO_DATE = "d";
    private static final String TEXT = "str";
    private static final XMLEventFactory EVENTS = XMLEventFactory.newFactory();

    private IsoDateCells() {}

    /** @param sheets the names of the parts that have such cells */
    public static void becomeTexts(Path workbook, Set<String> sheets) throws IOException {
        Path copy = Files.createTempFile(workbook.toAbsolutePath().getParent(), "workbook", ".tmp");
        try {
            copy(workbook, sheets, copy);
            Files.move(copy, workbook, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void copy(Path workbook, Set<String> sheets, Path copy) throws IOException {
        try (ZipFile from = new ZipFile(workbook.toFile());
                OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(out)) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                to.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    if (sheets.contains(entry.getName())) {
                        copySheet(in, to);
                    } else {
                        in.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw new IOException("A sheet is not well-formed", e);
        }
    }

    private static void copySheet(InputStream in, OutputStream out) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLEventReader reader = factory.createXMLEventReader(in);
        XMLEventWriter writer = XMLOutputFactory.newFactory().createXMLEventWriter(out, "UTF-8");
        boolean isInDate = false;
        while (reader.hasNext()) {
            XMLEvent event = reader.nextEvent();
            if (event.isStartElement()
                    && event.asStartElement().getName().getLocalPart().equals("c")) {
                isInDate = isDate(event.asStartElement());
            }
            writer.add(isInDate ? asText(event) : event);
        }
        writer.flush();
    }

    private static boolean isDate(StartElement cell) {
        Attribute type = cell.getAttributeByName(TYPE);
        return type != null && type.getValue().equals(ISO_DATE);
    }

    private static XMLEvent asText(XMLEvent event) {
        if (event.isCharacters()) {
            String text = event.asCharacters().getData().strip();
            return EVENTS.createCharacters(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
        }
        return event.isStartElement() && isDate(event.asStartElement()) ? asText(event.asStartElement()) : event;
    }

    private static StartElement asText(StartElement cell) {
        List<Attribute> attributes = new ArrayList<>();
        Iterator<Attribute> all = cell.getAttributes();
        all.forEachRemaining(attribute ->
                attributes.add(attribute.getName().equals(TYPE) ? EVENTS.createAttribute(TYPE, TEXT) : attribute));
        return EVENTS.createStartElement(cell.getName(), attributes.iterator(), cell.getNamespaces());
    }
}

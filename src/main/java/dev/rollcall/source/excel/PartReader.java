package dev.rollcall.source.excel;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.rollcall.source.UnreadableSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * A reader of one part of a workbook as XML, element by element, whatever its namespaces. A
 * document type is refused, so that there are no entities; nothing outside the part is ever looked
 * at.
 */
final class PartReader implements Closeable {

  /** The most characters a cell may have; Excel itself ends at 32,767. */
  static final int LONGEST_TEXT = 1_000_000;

  /** What one tag, comment or text may take: none is held in memory beyond that. */
  private static final int LONGEST_STRETCH = 8 * 1024 * 1024;

  private final String where;
  private final Stretch in;
  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  /** Takes over the stream. */
  PartReader(String where, InputStream stream) throws IOException {
    this.where = where;
    this.in = new Stretch(stream);
    try {
      this.xml = factory().createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      stream.close();
      throw damaged();
    } catch (RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_STRETCH);
    return factory;
  }

  /** Goes to the next event; false at the end. */
  boolean next() {
    try {
      in.sinceEvent = 0;
      if (!xml.hasNext()) {
        return false;
      }
      if (xml.next() == XMLStreamConstants.DTD) {
        throw UnreadableWorkbook.tooMuch(
            where, "it declares a document type, which no workbook does");
      }
      return true;
    } catch (XMLStreamException e) {
      throw damaged();
    }
  }

  UnreadableSource damaged() {
    return UnreadableWorkbook.at(where, "the workbook is damaged or cut off");
  }

  UnreadableSource damaged(String what) {
    return UnreadableWorkbook.at(where, "the workbook is damaged: " + what);
  }

  boolean opens(String element) {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT
        && xml.getLocalName().equals(element);
  }

  boolean closes(String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  boolean opensAny() {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean closesAny() {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  /** The element at hand, where one opens or closes. */
  String element() {
    return xml.getLocalName();
  }

  /** An attribute of the element that opens; empty where it has none of this name. */
  String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  boolean isTrue(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true");
  }

  /** A number; the other where there is none. */
  int number(String name, int otherwise) {
    String value = attribute(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  /** The text up to the end of the element at hand, elements within it left out. */
  String text() {
    text.setLength(0);
    int depth = 1;
    while (depth > 0) {
      if (!next()) {
        throw damaged();
      }
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth == 1) {
            append();
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  private void append() {
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    if (text.length() > LONGEST_TEXT) {
      throw UnreadableWorkbook.tooMuch(
          where, "a text in it has more than " + LONGEST_TEXT + " characters");
    }
  }

  /** Leaves the element at hand with all that is in it. */
  void skip() {
    int depth = 1;
    while (depth > 0) {
      if (!next()) {
        throw damaged();
      }
      depth += opensAny() ? 1 : closesAny() ? -1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Ends where one event takes too long a stretch. */
  private final class Stretch extends ProxyInputStream {

    private long sinceEvent;

    Stretch(InputStream in) {
      super(in);
    }

    @Override
    protected void afterRead(int count) {
      sinceEvent += Math.max(count, 0);
      if (sinceEvent > LONGEST_STRETCH) {
        throw UnreadableWorkbook.tooMuch(where, "a tag or text in it goes on for megabytes");
      }
    }
  }
}

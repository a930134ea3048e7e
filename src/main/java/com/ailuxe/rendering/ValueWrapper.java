package com.ailuxe.rendering;

import com.ailuxe.shared.EventTime;
import com.ailuxe.shared.Money;
import com.ailuxe.shared.OfficeHours;
import freemarker.core.Environment;
import freemarker.ext.beans.BeanModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Function;

/**
 * Lets our values write themselves in a template, for people and in its language. Any other Java
 * object shows its properties and cannot be printed, so that no {@code toString()} gets into a
 * message by mistake.
 */
public final class ValueWrapper extends DefaultObjectWrapper {
  public ValueWrapper() {
    super(Configuration.VERSION_2_3_34);
  }

  @Override
  protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
    return switch (value) {
      case EventTime time -> new Writable(time, wording -> wording.write(time));
      case LocalDate date -> new Writable(date, wording -> wording.write(date));
      case Money money -> new Writable(money, wording -> wording.write(money));
      case OfficeHours hours -> new Writable(hours, wording -> wording.write(hours));
      case ZoneId zone -> new Writable(zone, wording -> zone.getId());
      case Currency currency -> new Writable(currency, wording -> currency.getCurrencyCode());
      case Enum<?> constant -> new Writable(constant, wording -> constant.name());
      default -> new BeanModel(value, this);
    };
  }

  /** A value with properties that can also be printed. */
  private final class Writable extends BeanModel implements TemplateScalarModel {
    private final Function<Wording, String> write;

    Writable(Object value, Function<Wording, String> write) {
      super(value, ValueWrapper.this);
      this.write = write;
    }

    @Override
    public String getAsString() {
      return write.apply(new Wording(Environment.getCurrentEnvironment().getLocale()));
    }
  }
}

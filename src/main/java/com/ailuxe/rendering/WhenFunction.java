package com.ailuxe.rendering;

import com.ailuxe.shared.EventTime;
import freemarker.core.Environment;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.util.List;

/** {@code when(booking.start, booking.end)} in a template: both times in one phrase. */
final class WhenFunction implements TemplateMethodModelEx {
  @Override
  public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
    if (arguments.size() == 2
        && unwrapped(arguments.get(0)) instanceof EventTime start
        && unwrapped(arguments.get(1)) instanceof EventTime end) {
      return new Wording(Environment.getCurrentEnvironment().getLocale()).write(start, end);
    }
    throw new TemplateModelException("when(start, end) takes two event times, not " + arguments);
  }

  private static Object unwrapped(Object argument) {
    return argument instanceof WrapperTemplateModel wrapper ? wrapper.getWrappedObject() : argument;
  }
}

import { type ICellCustomRender } from '@univerjs/core';

const side = 13;
const gap = 1;
/** Room at the right of a heading for its button. Units: pixels. */
export const filterButtonRoom = side + gap;

interface Place {
  readonly subUnitId: string;
  readonly row: number;
  readonly col: number;
}

type Pressed = (place: Place, pointer: { readonly clientX: number; readonly clientY: number }) => void;

let pressed: Pressed = () => undefined;

/** Calls back when the button of a heading is pressed. */
export function onFilterButton(handler: Pressed): void {
  pressed = handler;
}

/** The button in a table's heading that sorts and filters, as the grid draws it; of a filtered column it shows a funnel. */
export function filterButton(isFiltered: boolean): ICellCustomRender {
  return isFiltered ? funnelButton : arrowButton;
}

const arrowButton = buttonWith((context, x, y) => {
  context.moveTo(x + 3, y + 5);
  context.lineTo(x + side - 3, y + 5);
  context.lineTo(x + side / 2, y + 9);
});

const funnelButton = buttonWith((context, x, y) => {
  context.moveTo(x + 2, y + 3);
  context.lineTo(x + side - 2, y + 3);
  context.lineTo(x + side / 2 + 1.5, y + 7);
  context.lineTo(x + side / 2 + 1.5, y + 11);
  context.lineTo(x + side / 2 - 1.5, y + 10);
  context.lineTo(x + side / 2 - 1.5, y + 7);
});

function buttonWith(drawSign: (context: CanvasRenderingContext2D, x: number, y: number) => void): ICellCustomRender {
  return {
    drawWith(context, { primaryWithCoord }) {
      const { x, y } = corner(primaryWithCoord);
      context.save();
      context.fillStyle = '#FFFFFF';
      context.strokeStyle = '#A6A6A6';
      context.fillRect(x, y, side, side);
      context.strokeRect(x + 0.5, y + 0.5, side - 1, side - 1);
      context.fillStyle = '#424242';
      context.beginPath();
      drawSign(context, x, y);
      context.closePath();
      context.fill();
      context.restore();
    },
    isHit(position, { primaryWithCoord }) {
      const { x, y } = corner(primaryWithCoord);
      return position.x >= x && position.x <= x + side && position.y >= y && position.y <= y + side;
    },
    onPointerDown(place, event: { readonly clientX: number; readonly clientY: number }) {
      pressed(place, event);
    },
  };
}

function corner({ endX, endY }: { readonly endX: number; readonly endY: number }): { readonly x: number; readonly y: number } {
  return { x: endX - side - gap, y: endY - side - gap };
}
